import { PlaceLink } from '../place-link';
import { ConfirmBody, type ConfirmContentProps } from './confirm-body';

/** A question before something is lost, as part of a page: it needs no scripts. */
export function ConfirmContent(props: ConfirmContentProps) {
  const { label, href } = props.cancel;
  return (
    <section className="dialog as-page" aria-labelledby="confirm-title">
      <h1 id="confirm-title" className="dialog-title">
        {props.title}
      </h1>
      <ConfirmBody
        {...props}
        safe={
          <PlaceLink className="button plain" href={href}>
            {label}
          </PlaceLink>
        }
      />
    </section>
  );
}
