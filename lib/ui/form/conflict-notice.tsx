import { Notice } from '../list/notice';
import { PlaceLink } from '../place-link';

/** Someone else saved the record meanwhile: who, when, what, and the two ways on (D10). */
export function ConflictNotice(props: ConflictNoticeProps) {
  const { who, when, what = 'this', fields = [], reloadHref, compareHref, keepMine } = props;
  return (
    <Notice tone="wait" role="alert" title={`Not saved: ${who} changed ${what} ${when}`}>
      <p>
        {fields.length > 0 ? `Changed meanwhile: ${listOf(fields)}. ` : null}
        Your text below is kept. Compare the two, then save over {who}’s version or take it.
      </p>
      {/* Enter in a field must not save over the other version. */}
      <button type="submit" name="intent" value="save" hidden />
      <div className="notice-acts">
        {compareHref ? (
          <PlaceLink
            className="button plain small"
            href={compareHref}
            target="_blank"
            rel="noreferrer"
          >
            Compare in a new tab
          </PlaceLink>
        ) : null}
        <PlaceLink className="button plain small" href={reloadHref} data-discard>
          Take {who}’s version
        </PlaceLink>
        {keepMine ? (
          <button
            type="submit"
            className="button plain small"
            name={keepMine.name}
            value={keepMine.value}
          >
            {keepMine.label ?? 'Save mine over it'}
          </button>
        ) : null}
      </div>
    </Notice>
  );
}

export interface ConflictNoticeProps {
  /** First name of whoever saved. */
  who: string;
  /** As it ends a sentence: "at 10:41", "yesterday". */
  when: string;
  /** What was changed, where "this" does not say it. */
  what?: string;
  /** Labels of the fields that differ. */
  fields?: string[];
  /** Shows what is stored now; what was typed is lost. */
  reloadHref: string;
  compareHref?: string;
  /** Saves what was typed on top of the stored version. */
  keepMine?: { name: string; value: string; label?: string };
}

function listOf(words: string[]): string {
  return new Intl.ListFormat('en-GB').format(words);
}
