import type { Employer, NewEmployer } from '../../lib/api.ts';
import { whenChanged } from '../../lib/changes.ts';
import { get, send } from '../../lib/client.ts';
import { resource, type Resource } from '../../lib/resource.svelte.ts';
import { uuidV7 } from '../../lib/uuid.ts';
import { Submission } from '../lib/submission.svelte.ts';
import { employerBody, type EmployerDraft } from './forms.ts';

export function noEmployer(): EmployerDraft {
  return { employer: '', isNew: false, newEmployer: uuidV7(), employerName: '', employerMunicipality: '', employerSector: undefined };
}

/** The employers of the centre, of which a form needs one, and the way to a new one. Made with its screen. */
export class Employers {
  readonly list: Resource<Employer[]> = resource(() => get('/employers').then(({ employers }) => employers));
  readonly submission = new Submission((body: NewEmployer, key) => send('post', '/employers', { body, key }), {
    exists: 'employerExists',
    names: { name: 'employerName', municipality: 'employerMunicipality', sector: 'employerSector' },
    reasons: { nameBlank: 'employerName', nameTooLong: 'employerName', characterNotAllowed: 'employerName' },
  });

  constructor() {
    $effect(() => whenChanged(['employer'], this.list.reload));
  }

  /** Writes down the new one, which is of the list from then on: trying the form again does not write it twice. */
  async settle(draft: EmployerDraft): Promise<boolean> {
    if (!draft.isNew) return true;
    const body = employerBody(draft);
    const done = await this.submission.submit(body);
    // An earlier try of it arrived.
    if (!done && !this.submission.arrived) return false;
    this.list.put([...(this.list.value ?? []), body]);
    Object.assign(draft, noEmployer(), { employer: body.id });
    void this.list.reload();
    return true;
  }
}
