// The registers of processing (GDPR Art. 30) as a JSON-LD processor reads them that knows nothing of us.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import jsonld from 'jsonld';

const DPV = 'https://w3id.org/dpv#';
const FORMAT = 'application/n-quads';
/** Whatever would be dropped without a word, or fetched, is an error. */
const options = {
  safe: true,
  documentLoader: (url) => {
    throw new Error(`the context has to stand in the document: ${url}`);
  },
};

/** The statements of a register, each [subject, predicate, object]. */
async function statements(register) {
  const quads = await jsonld.toRDF(register, options);
  return quads.map(({ subject, predicate, object }) => [subject.value, predicate.value, object.value]);
}

for (const name of ['controller', 'processor']) {
  const file = new URL(`../../docs/examples/records-${name}.jsonld`, import.meta.url);
  const register = JSON.parse(readFileSync(file, 'utf8'));

  test(`the register of a ${name} is read whole, there and back`, async () => {
    const first = await jsonld.canonize(register, { ...options, format: FORMAT });
    const back = await jsonld.compact(await jsonld.fromRDF(first, { format: FORMAT }), register['@context'], options);
    assert.equal(await jsonld.canonize(back, { ...options, format: FORMAT }), first);
    assert.ok(!first.includes('_:'), 'a node without a name is lost to some readers');
  });

  test(`the register of a ${name} says what Art. 30 asks for, in the words of DPV`, async () => {
    const all = await statements(register);
    const said = (term) => all.filter(([, predicate]) => predicate === DPV + term);
    const processes = new Set(said('hasProcess').map(([, , process]) => process));
    assert.equal(processes.size, 6);
    const asked = ['hasDataController', 'hasDataProcessor', 'hasPurpose', 'hasTechnicalMeasure', 'hasProcessingCondition'];
    const more = ['hasLegalBasis', 'hasDataSubject', 'hasPersonalData', 'hasRecipient'];
    for (const term of name === 'controller' ? [...asked, ...more] : asked) {
      for (const process of processes) assert.ok(said(term).some(([of]) => of === process), `${process} has no ${term}`);
    }
    assert.ok(said('hasDataProtectionOfficer').length >= 2);
    if (name === 'controller') assert.ok(said('hasStorageCondition').length > 5);
  });
}
