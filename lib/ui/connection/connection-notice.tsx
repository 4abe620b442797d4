'use client';

import { useEffect } from 'react';
import { showToast } from '../dialog/show-toast';
import { Notice } from '../list/notice';
import { connection } from './connection';
import { stayHere } from './stay-here';
import { useAway } from './use-away';

/** Says that the connection is away, for as long as it is, and keeps the page where it is. */
export function ConnectionNotice() {
  const isAway = useAway();
  useEffect(() => {
    const ask = () => void connection.check();
    const stopListening = connection.subscribe(() => {
      if (!connection.isAway()) showToast('Back online', { id: 'connection' });
    });
    const stopStaying = stayHere();
    window.addEventListener('offline', ask);
    window.addEventListener('online', ask);
    return () => {
      stopListening();
      stopStaying();
      window.removeEventListener('offline', ask);
      window.removeEventListener('online', ask);
    };
  }, []);
  return (
    <div className="connection" role="status">
      {isAway ? (
        <Notice tone="wait" icon="offline">
          <p>
            <b>The connection is away.</b> What you typed stays here. Save it when this notice has
            gone.
          </p>
        </Notice>
      ) : null}
    </div>
  );
}
