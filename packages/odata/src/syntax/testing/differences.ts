const NAMES = 'takes the model: refused when the names are looked up';
const EACH = '/$each is for writes, which are not offered';
const KEY_SEGMENT = 'keys stand in parentheses: as segments they cannot be told from properties';
const DECODED = 'values are decoded before they are read, so that %3B and ; are the same';
const ONCE = 'OData Protocol 4.01, 11.2.1: an option stands once, in whatever letter case';
const CUSTOM = 'an option without a dollar that OData does not know is the host’s own';
const BLANKS = 'blanks around a value do no harm';

/** Where we differ from the OASIS test cases on purpose, and why; all others are accepted or refused as they say. */
export const differences: ReadonlyMap<string, string> = new Map([
  ['Products/$filter(@foo)/$each', EACH],
  ['Products/$filter(@foo)/$each/Special.Discount?@foo=Age gt 3', EACH],
  ["People/O'Neil", KEY_SEGMENT],
  ['People/O%27Neil', KEY_SEGMENT],
  ['Categories/Smartphone%2FTablet', KEY_SEGMENT],
  [
    "$entity?$id=http://myservice/Customers('ALFKI')&$select=CompanyName,ContactName&$expand=Orders",
    'takes no type: the entity is looked up, so that its properties are known',
  ],
  ['Categories/TheBestProduct()', NAMES],
  ['Categories(1)/Address/$value', NAMES],
  ['Categories(1)/Thumbnail/$value', NAMES],
  ['Products(1)/Model.BestSellingProduct/Model.BestSellingProduct', NAMES],
  ['Model.Available', NAMES],
  ['$apply=aggregate(Sales/Amount sub Sales/Cost with sum as TotalAmount)', NAMES],
  ['$apply=aggregate(Amount as Total)', NAMES],
  ['$apply=aggregate(Amount)', NAMES],
  ['$apply=aggregate(Amount from Time with average as DailyAverage)', NAMES],
  ['$apply=groupby((Product/Price/Quantity))', NAMES],
  ['$apply=groupby((Product/Self.DigitalProduct))', NAMES],
  ['$apply=groupby((Sales/Product/Name))', NAMES],
  ['$apply=join(ShipTo as Detail,identity)', NAMES],
  ['$format=json&$Format=atom&$format=xml&$format=text/html', ONCE],
  ['$format=JSON&$format=Atom&$format=XML&$format=text/html', ONCE],
  ['$expand=Manager($search=a%3Bb)', DECODED],
  ['$search=a;b', DECODED],
  ['$search=more&more', CUSTOM],
  ['$skiptoken=Not&this', CUSTOM],
  ['$filter= true', BLANKS],
]);
