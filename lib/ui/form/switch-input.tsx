import { Tick, type TickProps } from './tick';

/** Something that is on or off, as a feature. A checkbox to the form. */
export function SwitchInput(props: TickProps) {
  return <Tick {...props} className="switch" role="switch" />;
}
