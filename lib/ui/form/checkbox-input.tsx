import { Tick, type TickProps } from './tick';

/** Yes or no. Nothing is posted for no. */
export function CheckboxInput(props: TickProps) {
  return <Tick {...props} className="checkbox" />;
}
