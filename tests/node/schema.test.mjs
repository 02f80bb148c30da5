// The published JSON Schema: it takes the bundled dataset, and says of each case of the door what the case file says it can see.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';

const require = createRequire(new URL('../../xtask/package.json', import.meta.url));
const Ajv = require('ajv/dist/2020').default;
const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

const schema = read('../../www/dataset.schema.json');
const bundled = read('../../www/data/huaibei-2023.json');
const { base, cases } = read('../cases/door.json');

// strict: a misspelt keyword is an error; requiring what another branch declares is not
const ajv = new Ajv({ strict: true, strictRequired: false, strictTypes: false, allErrors: true });
const validate = ajv.compile(schema);
const told = () => validate.errors?.slice(0, 5).map(({ instancePath, message }) => `${instancePath} ${message}`).join('; ');

/** Sets or removes one value; `-` at the end of a list appends. */
function patch(document, { pointer, value, remove }) {
  const path = pointer.split('/').slice(1).map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = path.pop();
  const parent = path.reduce((node, key) => node[key], document);
  if (Array.isArray(parent)) {
    const index = last === '-' ? parent.length : Number(last);
    if (remove) parent.splice(index, 1);
    else parent[index] = value;
  } else if (remove) delete parent[last];
  else parent[last] = value;
}

function patched(steps) {
  const document = structuredClone(base);
  for (const step of steps) patch(document, structuredClone(step));
  return document;
}

test('the schema names its draft and itself', () => {
  assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema');
  assert.equal(schema.$id, 'urn:duibiao:dataset:1');
});

test('the bundled dataset is valid', () => {
  assert.ok(validate(bundled), told());
});

test('the bundled dataset points an editor to the schema', () => {
  assert.equal(new URL(bundled.$schema, 'file:///www/data/').href, 'file:///www/dataset.schema.json');
});

for (const { name, patch: steps, issues, schema: verdict } of cases) {
  test(`${verdict} ${name}`, () => {
    assert.ok(verdict === 'rejects' || verdict === 'accepts');
    // never stricter than the reader
    if (issues.length === 0) assert.equal(verdict, 'accepts');
    assert.equal(validate(patched(steps)), verdict === 'accepts', told());
  });
}

// One broken document for each thing the schema asks for: each required field gone, each other than its type, each unknown field.
const CONSTRAINED = Object.entries(schema.$defs).filter(([, def]) => def.type === 'object');
const SECTIONS = { source: 'sources', region: 'regions', indicator: 'indicators', observation: 'observations', noted: 'noted', target: 'targets', relation: 'relations', view: 'views' };

for (const [name, def] of CONSTRAINED) {
  const section = SECTIONS[name];
  if (!section) continue;
  const records = base[section].map((record, index) => [record, `/${section}/${index}`]);

  test(`rejects a ${name} without what it must have`, () => {
    for (const key of def.required) {
      for (const [record, pointer] of records) {
        if (!(key in record)) continue;
        assert.ok(!validate(patched([{ pointer: `${pointer}/${key}`, remove: true }])), `${pointer}/${key}`);
        assert.ok(!validate(patched([{ pointer: `${pointer}/${key}`, value: null }])), `${pointer}/${key} null`);
      }
    }
  });

  test(`rejects a ${name} whose field has a type that fits nothing`, () => {
    for (const [record, pointer] of records) {
      for (const key of Object.keys(record)) assert.ok(!validate(patched([{ pointer: `${pointer}/${key}`, value: [[]] }])), `${pointer}/${key}`);
    }
  });

  test(`rejects a ${name} with a field it does not know`, () => {
    for (const [, pointer] of records) assert.ok(!validate(patched([{ pointer: `${pointer}/unknown`, value: null }])), pointer);
  });

  test(`describes every field of a ${name}`, () => {
    for (const [key, field] of Object.entries(def.properties)) assert.ok(field.title && field.description, `${name}.${key}`);
  });
}

test('rejects words that are not among the allowed ones', () => {
  const check = (pointer) => assert.ok(!validate(patched([{ pointer, value: 'other' }])), pointer);
  for (const [name, section] of Object.entries(SECTIONS)) {
    for (const [key, field] of Object.entries(schema.$defs[name].properties)) {
      if (!field.enum) continue;
      base[section].forEach((record, index) => key in record && check(`/${section}/${index}/${key}`));
    }
  }
});

test('reads periods as the reader does', () => {
  const check = (period, expected) => assert.equal(validate(patched([{ pointer: '/observations/5/period', value: period }])), expected, String(period));
  for (const period of ['2022', '2022-H1', '2022-H2', '2022-Q1', '2022-Q4', '2022-01', '2022-12', '2020-01/2023-06', '2024-02-29', '2000-02-29', '2023-12-31', '1900', '2199', 2022]) check(period, true);
  for (const period of ['', ' ', '22', '2022-H0', '2022-H3', '2022-Q0', '2022-Q5', '2022-00', '2022-13', '2022-1', '2023-02-29', '1900-02-29', '2200-01', '2023-06-31', '2023-06-00', '2022/2023', '2022-01/2022', '2022-H1 ', '２０２２', 1899, 2200, 2022.5, true, null])
    check(period, false);
});
