import { describe, expect, it } from 'vitest';
import { useShop } from './testing/use-shop.ts';

const shop = useShop();

/** What PostgreSQL itself makes of the rows, to compare with. */
interface Raw {
  readonly id: number;
  readonly weight: number | null;
  readonly stock: string;
  readonly price: string;
  readonly created: string;
  readonly sold: string | null;
  readonly seconds: string | null;
  readonly photo: string | null;
  readonly colour: number | null;
  readonly features: number;
  readonly tags: string[];
  readonly scores: number[] | null;
  readonly width: number | null;
}

async function rawRows(): Promise<Raw[]> {
  const { rows } = await shop.database().client.query<Raw>(`
    select id, weight, stock::text, price::text, colour, features, tags, scores, width,
      extract(epoch from created_at)::text as created, extract(epoch from sold_at)::text as sold,
      extract(epoch from preparation)::text as seconds, encode(photo, 'hex') as photo
    from shop.product where not is_hidden order by id`);
  return rows;
}

/** Seconds of an ISO 8601 duration of days, hours, minutes and seconds. */
function secondsOf(duration: string): number {
  const match = /^(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/.exec(duration);
  if (!match) throw new Error(`${duration} is no duration`);
  const [, sign, days = '0', hours = '0', minutes = '0', seconds = '0'] = match;
  const total = Number(days) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return sign === '-' ? -total : total;
}

const FEATURES = ['Fragile', 'Frozen', 'Heavy'];
const flags = (bits: number) => FEATURES.filter((_, index) => bits & (1 << index)).join() || 'None';

describe('a row as JSON', () => {
  it('says what the columns say, whatever their type', async () => {
    const names = 'Id,Weight,Stock,CreatedAt,SoldAt,Preparation,Photo,Colour,Features,Tags,Scores,Size';
    const { rows } = await shop.page(`Products?$select=${names}`, { pageSize: 10_000 });
    const raw = await rawRows();
    expect(rows).toHaveLength(raw.length);
    for (const [index, found] of rows.entries()) {
      const row = found as Record<string, unknown>;
      const source = raw[index];
      if (!source) throw new Error('a row too many');
      expect(row['Id']).toBe(source.id);
      expect(row['Weight']).toBe(source.weight);
      expect(row['Stock']).toBe(Number(source.stock));
      expect(Date.parse(String(row['CreatedAt'])) / 1000).toBe(Number(source.created));
      expect(row['CreatedAt']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
      expect(row['SoldAt'] === null ? null : Date.parse(String(row['SoldAt'])) / 1000).toBe(
        source.sold === null ? null : Number(source.sold),
      );
      expect(row['Preparation'] === null ? null : secondsOf(String(row['Preparation']))).toBe(
        source.seconds === null ? null : Number(source.seconds),
      );
      expect(
        row['Photo'] === null ? null : Buffer.from(String(row['Photo']), 'base64url').toString('hex'),
      ).toBe(source.photo);
      expect(row['Colour']).toBe(
        source.colour === null ? null : ['Red', 'Green', 'Blue', 'Yellow'][source.colour],
      );
      expect(row['Features']).toBe(flags(source.features));
      expect(row['Tags']).toEqual(source.tags);
      expect(row['Scores']).toEqual(source.scores ?? []);
      expect(row['Size'] === null).toBe(source.width === null);
    }
  });

  it('has only what is selected, in the order of the model', async () => {
    const result = await shop.ask('Products?$select=Price,Name,Supplier/Name,Id&$top=1');
    const first = result.kind === 'rows' ? result.rows : null;
    expect(first).toBe('{"Id":1,"Name":"Bread 1","Price":1.37,"Supplier":{"Name":"Alpine Foods"}}');
    expect(result.kind === 'rows' && result.context).toBe('Products(Price,Name,Supplier/Name,Id)');
    expect(result.kind === 'rows' && result.columns).toEqual([
      { path: ['Id'], type: 'Edm.Int32' },
      { path: ['Name'], type: 'Edm.String' },
      { path: ['Price'], type: 'Edm.Decimal' },
      { path: ['Supplier', 'Name'], type: 'Edm.String' },
    ]);
  });

  it('has long numbers as texts where the client says so', async () => {
    const { rows } = await shop.page('Products?$select=Id,Stock,Price&$top=1', { ieee754Compatible: true });
    expect(rows).toEqual([{ Id: 1, Stock: '1000000007', Price: '1.37' }]);
  });

  it('says what it is and where it leads, where the client wants all metadata', async () => {
    const { rows } = await shop.page('Categories?$filter=Id eq 2', { metadata: 'full' });
    expect(rows).toEqual([
      {
        '@odata.type': '#Shop.Category',
        '@odata.id': 'Categories(2)',
        'Parent@odata.navigationLink': 'Categories(2)/Parent',
        'Children@odata.navigationLink': 'Categories(2)/Children',
        'Products@odata.navigationLink': 'Categories(2)/Products',
        'Id@odata.type': '#Int32',
        Id: 2,
        Name: 'Drinks',
      },
    ]);
  });

  it('is whole with quotes, line feeds and control characters in its texts', async () => {
    const { client } = shop.database();
    const text = 'a "quoted"\nline\tand \\ \u0001 \u2028 ä 🎉';
    await client.query('update shop.product set description = $1, weight = $2 where id = 2', [
      text,
      'Infinity',
    ]);
    const { rows } = await shop.page('Products?$select=Description,Weight&$filter=Id eq 2');
    expect(rows).toEqual([{ Description: text, Weight: 'INF' }]);
  });

  it.each([
    ['0 seconds', 'PT0S'],
    ['-90 minutes', '-PT1H30M'],
    ['49 hours 0.25 seconds', 'P2DT1H0.25S'],
    ['3 days', 'P3D'],
    ['1 day -1 hour', 'PT23H'],
  ])('has the interval %s as %s', async (interval, duration) => {
    await shop.database().client.query('update shop.product set preparation = $1 where id = 3', [interval]);
    const { rows } = await shop.page('Products?$select=Preparation&$filter=Id eq 3');
    expect(rows).toEqual([{ Preparation: duration }]);
  });
});

describe('what is expanded', () => {
  it('stands behind the properties, nested as asked for', async () => {
    const target =
      'Categories?$filter=Id eq 2&$expand=Parent($select=Name),Children($select=Name),Products($count=true;$filter=Price gt 20;$orderby=Price desc;$top=2;$select=Price),Products/$ref';
    const { rows } = await shop.page(target.replace(',Products/$ref', ''));
    const prices = await shop
      .database()
      .client.query<{ price: number }>(
        'select price::float8 as price from shop.product where category_id = 2 and price > 20 and not is_hidden order by price desc',
      );
    expect(rows).toEqual([
      {
        Id: 2,
        Name: 'Drinks',
        Parent: { Name: 'Food' },
        Children: [{ Name: 'Tea' }],
        'Products@odata.count': prices.rows.length,
        Products: prices.rows.slice(0, 2).map(({ price }) => ({ Price: price })),
      },
    ]);
  });

  it('goes as many levels deep as asked for, and is null or empty at the end', async () => {
    const down = await shop.page(
      'Categories?$filter=Id eq 1&$select=Name&$expand=Children($levels=max;$select=Name)',
    );
    expect(down.rows).toEqual([
      {
        Name: 'Food',
        Children: [
          { Name: 'Drinks', Children: [{ Name: 'Tea', Children: [] }] },
          { Name: 'Bakery', Children: [] },
        ],
      },
    ]);
    const up = await shop.page('Categories?$filter=Id eq 4&$select=Id&$expand=Parent($levels=5;$select=Id)');
    expect([down.context, up.context]).toEqual([
      'Categories(Name,Children+(Name))',
      'Categories(Id,Parent+(Id))',
    ]);
    expect(up.rows).toEqual([{ Id: 4, Parent: { Id: 2, Parent: { Id: 1, Parent: null } } }]);
  });
});
