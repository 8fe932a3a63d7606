import type { Rows } from '@heed/core';
import '@heed/elements/define/choice';
import '@heed/elements/define/consent';
import '@heed/elements/define/matrix';
import { HeedChoice, HeedConsent, HeedMatrix } from '@heed/elements/react';
import { useState, type ReactNode } from 'react';

interface Details {
  reasons: string | readonly string[] | null;
  service: Rows | null;
  contact: boolean;
}

interface Props {
  start: Details;
  /** Labels by value. */
  options: Record<string, string>;
}

const NONE: Details = { reasons: null, service: null, contact: false };

export function DetailsForm({ start, options }: Props): ReactNode {
  const [details, setDetails] = useState(start);
  const note = (change: Partial<Details>): void => setDetails((before) => ({ ...before, ...change }));
  return (
    <form>
      <HeedChoice
        name="reasons"
        multiple
        value={details.reasons}
        onChange={(event) => note({ reasons: event.currentTarget.value })}
      >
        {Object.entries(options).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </HeedChoice>
      <HeedMatrix
        name="service"
        display="table"
        value={details.service}
        onChange={(event) => note({ service: event.currentTarget.value })}
      >
        <option value="speed">The reply came quickly.</option>
        <option value="help">The reply helped me.</option>
      </HeedMatrix>
      <HeedConsent
        name="contact"
        statement="You may write to me."
        value={details.contact}
        onChange={(event) => note({ contact: event.currentTarget.value })}
      />
      <button type="button" onClick={() => setDetails(NONE)}>
        Rather not
      </button>
      <pre>{JSON.stringify(details)}</pre>
    </form>
  );
}
