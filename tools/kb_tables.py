"""Makes the knowledge base's tables (data/kb/*.tsv.gz) from the sources and from what was written by hand.

usage: kb_tables.py SOURCES [ROOT]

SOURCES  folder of the condensed public sources that data/LICENCES.md names, as NAME.tsv.gz: persons, offices, tenures,
         legislators, ministries, parties, uk_ministers, us_congress_executive, territories, places, petrarch_actors
ROOT     the project; reads ROOT/data/kb/own/*.tsv and writes ROOT/data/kb/*.tsv.gz, the same bytes each time

docs/knowledge-base.md has the tables' columns. Facts only. Every row names its source in the last column: eps (Wikidata's
office holders by way of every-politician-scrapers), ifg (Institute for Government), congress (congress-legislators),
partyfacts, rigour, geonames, phoenix, own (written for this project; `see` there says where to check it).

Identity: rows of different sources are one person when name and state are the same and their offices lie within a
life; what did not merge gets an id of its own, own:NAME. Two persons of one name and state are never merged with a third.
Printed at the end: rows a table, rejected rows with the reason.
"""
import collections
import csv
import gzip
import io
import re
import sys
import unicodedata
from pathlib import Path

COLUMNS = {
    'entity': 'id kind type name country role gender parent place from to source',
    'office': 'id title country body role source',
    'tenure': 'person office from to as_of source',
    'membership': 'person party from to as_of source',
    'place': 'id type name country region lat lon population capital source',
    'alias': 'entity alias source',
    'code': 'entity scheme code from to source',
}
FIRST_YEAR = '1985'  # offices that were given up before tell nothing of today's news
FIRST_YEAR_OF_MEMBERS = '2002'  # nor do seats in parliaments
SMALL_PLACE = 15000  # smaller places go by their main name only
LETTERS = str.maketrans({'ı': 'i', 'ø': 'o', 'ł': 'l', 'đ': 'd', 'ð': 'd', 'þ': 'th', 'æ': 'ae', 'œ': 'oe', 'ß': 'ss',
                         '’': "'", '‘': "'", 'ʼ': "'", '-': ' '})
ROLE_OF_KIND = {'LEG': 'LEG', 'JUD': 'JUD', 'MIL': 'MIL', 'SPY': 'SPY', 'DIP': 'GOV', 'GOVMIL': 'GOV', 'GOV': 'GOV'}


def fold(name):
    text = unicodedata.normalize('NFKD', name.lower().translate(LETTERS))
    return ' '.join(''.join(c for c in text if not unicodedata.combining(c)).split())


def slug(*parts):
    return 'own:' + '-'.join(re.sub(r'[^a-z0-9]+', '-', fold(p)).strip('-') for p in parts if p)


def read(path):
    opener = gzip.open if path.suffix == '.gz' else open
    with opener(path, 'rt', encoding='utf-8', newline='') as file:
        return list(csv.DictReader(file, delimiter='\t', quoting=csv.QUOTE_NONE))


def year(date):
    return int(date[:4]) if date else None


class Base:
    """The tables in the making, with what is needed to find a person again."""

    def __init__(self, sources, own):
        self.sources, self.own = sources, own
        self.rows = {table: [] for table in COLUMNS}
        self.rejected = collections.Counter()
        self.listed = []
        self.persons = {}  # id → row
        self.by_name = collections.defaultdict(list)  # (folded name, country) → ids
        self.by_name_alone = collections.defaultdict(set)
        self.active = {}  # id → [first year, last year] of any tenure
        self.office_ids = {}
        self.titles = {}  # of each office
        self.held = collections.defaultdict(list)  # person → (office, year of its begin)
        self.bodies = {}  # folded name or other name → id

    def source(self, name):
        return read(self.sources / f'{name}.tsv.gz')

    def reject(self, why, row):
        self.rejected[why] += 1
        if self.rejected[why] <= 20:
            self.listed.append(f'{why}: {row}')

    def add(self, table, **values):
        self.rows[table].append({column: values.get(column, '') for column in COLUMNS[table].split()})

    def add_aliases(self, entity, name, others, source):
        seen = {fold(name)}
        for other in others:
            if other and other not in (name,) and (fold(other) not in seen or other.isupper()):
                seen.add(fold(other))
                self.add('alias', entity=entity, alias=other, source=source)

    # --- persons ---

    def add_person(self, identity, name, country, gender, source, also=()):
        row = {'id': identity, 'kind': 'person', 'type': '', 'name': name, 'also': list(dict.fromkeys(also)), 'country': country,
               'role': '', 'gender': {'male': 'm', 'female': 'f', 'M': 'm', 'F': 'f'}.get(gender, gender), 'source': source}
        self.persons[identity] = row
        for one in [name, *also]:
            self.know(identity, one, country)
        return identity

    def know(self, identity, name, country):
        if identity not in self.by_name[fold(name), country]:
            self.by_name[fold(name), country].append(identity)
        self.by_name_alone[fold(name)].add(identity)

    def find_person(self, names, country, first, gender='', office=''):
        """The one person of that name and state who may have been in office then; None when nobody or several."""
        for name in names:
            key = fold(name)
            ids = self.by_name.get((key, country), []) if country else sorted(self.by_name_alone.get(key, ()))
            fit = [i for i in ids if self.may_be(i, first, gender)]
            if len(fit) > 1:  # namesakes: the one who took such an office about then
                fit = [i for i in fit if self.took(i, office, first)]
            if len(fit) == 1:
                return fit[0]
            if fit:
                return None
        return None

    def took(self, identity, office, first):
        words = {w[:5] for w in fold(office).split()} - {'minis', 'of', 'the', 'and', 'for'}
        return any(abs(begin - first) <= 1 and words & {w[:5] for w in fold(self.titles.get(held, '')).split()}
                   for held, begin in self.held[identity] if first and begin)

    def add_names(self, person, names, country):
        known = self.persons[person]
        known['also'] = list(dict.fromkeys(known['also'] + [n for n in names if n != known['name']]))
        for name in names:
            self.know(person, name, country)

    def body(self, name, country):
        """The id of a body that an office belongs to; one that no table has, such as a region, gets a row."""
        identity = self.bodies.get((fold(name), country)) or (not country and self.bodies.get((fold(name), '')))
        if not identity:
            identity = slug(country, name)
            self.bodies[fold(name), country] = identity
            self.add('entity', id=identity, kind='organisation', type='body of an office', name=name, country=country, source='own')
        return identity

    def may_be(self, identity, first, gender):
        row = self.persons[identity]
        if gender and row['gender'] and gender != row['gender']:
            return False
        born, died = row.get('born', ''), row.get('died', '')
        if first and born and not 17 <= first - year(born) <= 95:
            return False
        if first and died and first > year(died):
            return False
        if first and not born and identity in self.active:
            begin, end = self.active[identity]
            return begin - 45 <= first <= end + 45
        return True

    def add_tenure(self, person, office, begin, end, as_of, source):
        if begin and end and end[:len(begin)] < begin[:len(end)]:
            return self.reject('ends before it begins', (person, office, begin, end))
        if begin and end and year(end) - year(begin) > 75:
            return self.reject('longer than a life in office', (person, office, begin, end))
        born, died = self.persons[person].get('born', ''), self.persons[person].get('died', '')
        if begin and born and year(begin) < year(born):
            return self.reject('begins before birth', (person, office, begin, born))
        if begin and died and year(begin) > year(died):
            return self.reject('begins after death', (person, office, begin, died))
        if not end and died:
            end = died
        if end and end < FIRST_YEAR:
            return None
        self.add('tenure', person=person, office=office, **{'from': begin, 'to': end}, as_of='' if end else as_of, source=source)
        self.held[person].append((office, year(begin)))
        span = self.active.setdefault(person, [year(begin or end or as_of), year(end or as_of)])
        span[0], span[1] = min(span[0], year(begin or end or as_of)), max(span[1], year(end or as_of))
        return None

    def office(self, title, country, body, role, source):
        identity = slug('office', country, body.removeprefix('own:'), title)
        if identity not in self.office_ids:
            self.office_ids[identity] = True
            self.titles[identity] = title
            self.add('office', id=identity, title=title, country=country, body=body, role=role, source=source)
        return identity

    # --- sources ---

    def read_states(self):
        for row in self.source('territories'):
            if row['iso3'] and row['is_country'] == '1' and row['qid']:
                names = [n for n in row['names_strong'].split('|') if n and n.isascii()]
                self.add('entity', id=row['qid'], kind='state', name=row['name'], country=row['iso3'], role='GOV', source='rigour')
                self.add_aliases(row['qid'], row['name'], [row['full_name'], *names], 'rigour')

    def read_eps(self):
        offices = {row['office']: row for row in self.source('offices')}
        members = [t for t in self.merged_terms(self.source('legislators')) if not t['end'] or t['end'] >= FIRST_YEAR_OF_MEMBERS]
        terms = self.source('tenures') + members
        wanted = {t['person'] for t in terms if not t['end'] or t['end'] >= FIRST_YEAR}
        for row in self.source('persons'):
            if row['qid'] not in wanted or (row['died'] and row['died'] < FIRST_YEAR):
                continue
            wiki = re.sub(r' \(.*\)$', '', row['enwiki'])
            also = [wiki] if wiki and wiki != row['name'] else []
            self.add_person(row['qid'], row['name'], row['iso3'], row['gender'], 'eps', also)
            self.persons[row['qid']].update(born=row['born'], died=row['died'])
        used = set()
        self.titles.update((i, row['long_title'] or row['short_title']) for i, row in offices.items())
        for term in terms:
            if term['person'] in self.persons:
                used.add(term['office'])
                self.add_tenure(term['person'], term['office'], term['start'], term['end'], term['as_of'], 'eps')
        for identity in sorted(used):
            row = offices[identity]
            self.add('office', id=identity, title=row['long_title'] or row['short_title'], country=row['iso3'][:3] if '-' not in row['iso3'] else '',
                     role=ROLE_OF_KIND.get(row['role'], 'GOV'), source='eps')
            if row['long_title'] and row['short_title'] and fold(row['long_title']) != fold(row['short_title']):
                self.add('alias', entity=identity, alias=row['short_title'], source='eps')

    @staticmethod
    def merged_terms(terms):
        """One row for terms of one person in one chamber that follow each other within half a year."""
        merged = []
        for term in sorted(terms, key=lambda t: (t['person'], t['office'], t['start'])):
            last = merged[-1] if merged else None
            if last and (last['person'], last['office']) == (term['person'], term['office']) and last['end'] and term['start']:
                gap = (year(term['start']) - year(last['end'])) * 12 + int(term['start'][5:7] or 1) - int(last['end'][5:7] or 12)
                if gap <= 6:
                    last['end'] = term['end']
                    last['as_of'] = term['as_of']
                    continue
            merged.append(dict(term))
        return merged

    def read_ifg(self):
        for row in self.source('uk_ministers'):
            if row['end'] and row['end'] < FIRST_YEAR:
                continue
            names = row['names'].split('|')
            gender = {'M': 'm', 'F': 'f'}.get(row['gender'], '')
            person = self.find_person(names, 'GBR', year(row['start']), gender)
            if person is None:
                person = self.by_name.get((fold(names[0]), 'GBR-ifg' + row['ifg_id']), [None])[0]
            if person is None:
                person = self.add_person(slug('GBR', names[0]), names[0], 'GBR', gender, 'ifg', names[1:])
                self.know(person, names[0], 'GBR-ifg' + row['ifg_id'])
            else:
                self.add_names(person, names, 'GBR')
            title = row['post']
            if row['rank'] != 'PM' and title in ('Minister of State', 'Parliamentary Under-Secretary of State', 'Minister', 'Parliamentary Secretary'):
                title += f' ({row["department"]})'
            self.add_tenure(person, self.office(title, 'GBR', '', 'GOV', 'ifg'), row['start'], row['end'], '2026-06-19', 'ifg')

    def read_congress(self):
        titles = {'rep': 'Member of the House of Representatives', 'sen': 'Senator', 'prez': 'President', 'viceprez': 'Vice President'}
        for row in self.source('us_congress_executive'):
            names = row['names'].split('|')
            person = row['qid'] or self.find_person(names, 'USA', year(row['start']), row['gender'].lower())
            if not person:
                self.reject('nobody to merge it with', (names[0], row['office'], row['start']))
                continue
            if person not in self.persons:
                self.add_person(person, names[-1], 'USA', row['gender'], 'congress', names[:-1])
            else:
                self.add_names(person, names, 'USA')
            role = 'LEG' if row['office'] in ('rep', 'sen') else 'GOV'
            office = self.office(titles[row['office']], 'USA', '', role, 'congress')
            if not row['end'] or row['end'] >= FIRST_YEAR:
                self.add_tenure(person, office, row['start'], row['end'], '2026-06-15', 'congress')
                self.add('membership', person=person, party=row['party'], **{'from': row['start'], 'to': row['end']}, source='congress')

    def read_bodies(self):
        codes = collections.defaultdict(list)
        for row in self.source('petrarch_actors'):
            if row['file'] != 'Countries':
                codes[fold(row['alias'])].append(row)
        rows = [row for path in sorted(self.own.glob('bodies*.tsv')) for row in read(path)]
        for row in rows:
            if (fold(row['name']), row['country']) in self.bodies:
                self.reject('body written twice', row['name'])
                continue
            identity = slug(row['country'], row['name'])
            names = [n for n in row['also'].split('|') if n]
            for name in [row['name'], *names]:
                self.bodies.setdefault((fold(name), row['country']), identity)
                self.bodies.setdefault((fold(name), ''), identity)
            kind = 'group' if row['kind'] == 'armed-group' else 'organisation'
            self.add('entity', id=identity, kind=kind, type=row['kind'], name=row['name'], country=row['country'], role=row['role'],
                     parent=row['parent'], place=row['place'], **{'from': row['from'], 'to': row['to']}, source='own')
            self.add_aliases(identity, row['name'], names, 'own')
            for name in [row['name'], *names]:
                found = codes.get(fold(name))
                if found and len(fold(name)) > 3:
                    for code in found:
                        self.add('code', entity=identity, scheme='CAMEO', code=code['code'], **{'from': code['from'], 'to': code['to']}, source='phoenix')
                    break
        for entity in self.rows['entity']:
            if entity['parent']:
                entity['parent'] = self.bodies.get((fold(entity['parent']), entity['country'])) or self.bodies.get((fold(entity['parent']), ''), '')

    def read_parties(self):
        for row in self.source('parties'):
            if not row['qid'] or not row['name']:
                continue
            also = [n for n in (row['short'], row['native']) if n and n != row['name'] and n.isascii()]
            own = self.bodies.get((fold(row['name']), row['iso3']))
            if own is None:
                self.add('entity', id=row['qid'], kind='organisation', type='party', name=row['name'], country=row['iso3'], role='PTY', source='partyfacts')
                self.add_aliases(row['qid'], row['name'], also, 'partyfacts')
                self.bodies[fold(row['name']), row['iso3']] = row['qid']

    def read_holders(self):
        for path in sorted(self.own.glob('holders*.tsv')):
            for row in read(path):
                self.add_holder(row)

    def add_holder(self, row):
        names = [row['person'], *[n for n in row['also'].split('|') if n]]
        country, first = row['country'], year(row['from'] or row['to'] or row['as_of'])
        person = self.find_person(names, country, first, row['gender'], row['office'])
        if person is None and not country:  # whoever heads an international body comes from some state
            person = self.find_person(names, '', first, row['gender'], row['office'])
        if person is None:
            identity = slug(country, row['person'])
            while identity in self.persons and not self.may_be(identity, first, row['gender']):
                identity += '-2'
            person = identity if identity in self.persons else self.add_person(identity, row['person'], country, row['gender'], 'own', names[1:])
        self.add_names(person, names, country)
        if self.persons[person]['source'] == 'eps' and self.persons[person]['name'] != row['person']:  # as the news spells it
            self.persons[person]['also'].append(self.persons[person]['name'])
            self.persons[person]['also'] = [n for n in self.persons[person]['also'] if n != row['person']]
            self.persons[person]['name'] = row['person']
        if not self.persons[person]['gender']:
            self.persons[person]['gender'] = row['gender']
        body = self.body(row['body'], country) if row['body'] else ''
        office = self.office(row['office'], country, body, '', 'own')
        self.add_tenure(person, office, row['from'], row['to'], row['as_of'], 'own')

    def read_places(self):
        iso3 = {row['iso2']: row['iso3'] for row in self.source('countries_geonames')}
        capitals = {(row['iso2'], fold(row['capital'])) for row in self.source('countries_geonames')}
        regions = {row['code']: row for row in self.source('admin1')}
        for row in self.source('places'):
            names = [n for n in row['alt'].split('|') if len(n) > 3 and fold(n) != fold(row['name'])]
            if int(row['population'] or 0) < SMALL_PLACE:
                names = []
            region = regions.get(f'{row["cc"]}.{row["admin1"]}', {}).get('name', '')
            self.add('place', id='gn:' + row['geonameid'], type='town', name=row['name'], country=iso3.get(row['cc'], ''), region=region,
                     lat=f'{float(row["lat"]):.4f}', lon=f'{float(row["lon"]):.4f}', population=row['population'],
                     capital='1' if (row['cc'], fold(row['name'])) in capitals else '', source='geonames')
            self.add_aliases('gn:' + row['geonameid'], row['name'], names, 'geonames')
        middle = self.middles_of_regions()
        for code, row in regions.items():
            if row['geonameid'] and code in middle:
                lat, lon = middle[code]
                self.add('place', id='gn:' + row['geonameid'], type='region', name=row['name'], country=iso3.get(code[:2], ''), lat=f'{lat:.4f}',
                         lon=f'{lon:.4f}', source='geonames')
        middle = self.middles_of_regions(lambda row: row['cc'])
        for row in self.source('countries_geonames'):
            if row['iso2'] in middle:
                lat, lon = middle[row['iso2']]
                self.add('place', id='gn:' + row['geonameid'], type='country', name=row['name'], country=row['iso3'], lat=f'{lat:.4f}', lon=f'{lon:.4f}',
                         population=row['population'], source='geonames')
        for path in sorted(self.own.glob('places*.tsv')):
            for row in read(path):
                identity = slug('place', row['name'])
                self.add('place', id=identity, type=row['kind'], name=row['name'], country=row['country'], lat=row['lat'], lon=row['lon'], source='own')
                self.add_aliases(identity, row['name'], row['also'].split('|'), 'own')

    def middles_of_regions(self, code_of=lambda row: f'{row["cc"]}.{row["admin1"]}'):
        """Code of a region or state → the mean of its towns, weighted by people: GeoNames' own coordinates are not in the sources."""
        sums = collections.defaultdict(lambda: [0.0, 0.0, 0.0])
        for row in self.source('places'):
            weight = 1 + int(row['population'] or 0) ** 0.5
            one = sums[code_of(row)]
            one[0] += weight * float(row['lat'])
            one[1] += weight * float(row['lon'])
            one[2] += weight
        return {code: (lat / weight, lon / weight) for code, (lat, lon, weight) in sums.items()}

    def close(self):
        for row in self.persons.values():
            self.rows['entity'].append({column: row.get(column, '') for column in COLUMNS['entity'].split()})
            self.add_aliases(row['id'], row['name'], row['also'], row['source'])

    def write(self, folder):
        for table, columns in COLUMNS.items():
            columns = columns.split()
            lines = sorted({'\t'.join(row[column].replace('\t', ' ') for column in columns) for row in self.rows[table]})
            buffer = io.BytesIO()
            with gzip.GzipFile(fileobj=buffer, mode='wb', compresslevel=9, mtime=0) as file:
                file.write(('\n'.join(['\t'.join(columns), *lines]) + '\n').encode())
            (folder / f'{table}.tsv.gz').write_bytes(buffer.getvalue())
            print(f'{table}: {len(lines)} rows, {len(buffer.getvalue()) / 1e6:.2f} MB')
        for line in self.listed:
            print(line)
        for why, count in sorted(self.rejected.items()):
            print(f'{count} rows: {why}')


def main():
    root = Path(sys.argv[2] if len(sys.argv) > 2 else Path(__file__).resolve().parent.parent)
    base = Base(Path(sys.argv[1]), root / 'data/kb/own')
    base.read_states()
    base.read_eps()
    base.read_ifg()
    base.read_congress()
    base.read_bodies()
    base.read_parties()
    base.read_holders()
    base.read_places()
    base.close()
    base.write(root / 'data/kb')


if __name__ == '__main__':
    main()
