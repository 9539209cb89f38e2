import { describe, expect, it } from 'vitest';
import { statementOf } from './testing/planned.ts';

describe('a page', () => {
  it.each([
    'Categories',
    'Categories?$top=5&$skip=10',
    'Categories?$top=0',
    "Categories?$filter=Name eq 'Tea'&$count=true",
    'Categories?$orderby=Name desc,Parent/Name&$select=Name',
    'Products?$search=tea OR NOT "green x"&$select=Id',
    'Products?$compute=Price mul 2 as Twice&$select=Twice&$orderby=Twice',
    'Products/$filter(Price gt 5)?$select=Id',
    'Categories(1)/Products/$ref',
  ])('%s', (target) => {
    expect(statementOf(target)).toMatchSnapshot();
  });
});

describe('paths', () => {
  it.each([
    'Categories(2)',
    'Categories(2)/Name',
    'Categories(2)/Name/$value',
    'Categories(2)/Parent/Parent/Name',
    'Products(3)/Supplier?$select=Name',
    'Products(3)/Tags',
    'Products(3)/Tags/$count',
    'Products(3)/Photo/$value',
    'Products(3)/Category/Products/$count?$filter=Price gt 5',
    'Orders(5000000011)/Lines(OrderId=5000000011,Number=2)/Product/Name',
    'Products/$count?$filter=Supplier/Country eq null',
  ])('%s', (target) => {
    expect(statementOf(target)).toMatchSnapshot();
  });
});

describe('$expand', () => {
  it.each([
    'Categories?$expand=Parent',
    'Categories?$expand=*($levels=1)&$select=Id',
    'Categories?$expand=Children($levels=2;$select=Name)&$select=Id',
    'Categories?$expand=Products($filter=Price gt 5;$orderby=Price desc;$top=2;$skip=1;$count=true;$select=Id)&$select=Id',
    'Categories?$expand=Products/$ref,Children/$count&$select=Id',
    'Categories?$expand=Products($apply=aggregate(Price with sum as Total))&$select=Id',
    'Categories?$expand=Products($compute=Price mul 2 as Twice;$select=Twice;$search=tea)&$select=Id',
  ])('%s', (target) => {
    expect(statementOf(target)).toMatchSnapshot();
  });
});

describe('$apply', () => {
  it.each([
    'Products?$apply=aggregate($count as N,Price with sum as S,Price with average as A,Price with min as L,Price with max as H)',
    'Products?$apply=aggregate(Price mul Stock with sum as S,Colour with countdistinct as C)',
    'Products?$apply=aggregate(Lines/$count as N,Lines/Quantity with sum as Q,Lines/UnitPrice with average as A)',
    'Products?$apply=groupby((Colour))',
    'Products?$apply=groupby((Category/Name),aggregate(Price with sum as S,$count as N,Price with average as A))',
    'Products?$apply=groupby((Category/Name),aggregate(Colour with countdistinct as C))',
    'Products?$apply=groupby((Category/Name),aggregate(Supplier/Name with countdistinct as C))',
    "Products?$apply=filter(Supplier/Country eq 'Italy')/groupby((Category/Name,Colour),aggregate($count as N))",
    'Products?$apply=groupby((Category/Parent/Name),aggregate($count as N))',
    'Products?$apply=groupby((Category/Name,Supplier/Country),aggregate(Price with sum as S))',
    'Products?$apply=groupby((Supplier/Country,Colour),aggregate(Price with sum as S))',
    'Products?$apply=groupby((rollup($all,Category/Name,Colour)),aggregate($count as N))',
    'Products?$apply=groupby((IsActive,rollup(Shelf,Colour)),aggregate($count as N))',
    'Products?$apply=aggregate(Price with sum from Category/Name with average as A)',
    'Products?$apply=groupby((Colour),aggregate(Price with sum as S)/filter(S gt 5))&$orderby=S desc&$top=3&$skip=1&$count=true',
    'Products?$apply=groupby((Colour),aggregate(Price with sum as S))&$filter=S gt 5&$compute=S mul 2 as T&$select=Colour,T',
    'Products?$apply=compute(Price mul 2 as A)/compute(A mul A as B)/filter(B gt 9)&$select=B',
    'Products?$apply=orderby(Price desc)/top(5)/filter(Stock gt 3)/skip(1)&$select=Id',
    'Products?$apply=topcount(2,Price)&$select=Id',
    'Products?$apply=bottomsum(10,Price)&$select=Id',
    'Products?$apply=groupby((Category/Name),topcount(2,Price)/aggregate(Price with sum as S))',
    'Products?$apply=toppercent(50,Stock)&$select=Id',
    'Products?$apply=identity/search(tea)&$select=Id',
    'Products?$apply=concat(aggregate(Price with sum as S),groupby((Colour),aggregate(Price with sum as S)))',
    'Products?$apply=groupby((Supplier))',
  ])('%s', (target) => {
    expect(statementOf(target)).toMatchSnapshot();
  });
});

describe('values as JSON', () => {
  it.each([
    'Products?$select=Weight,Stock,IsVegan,ReleasedOn,CreatedAt,SoldAt',
    'Products?$select=Preparation,Photo,Colour,Features,Tags,Scores,Size',
  ])('%s', (target) => {
    expect(statementOf(target)).toMatchSnapshot();
  });
});
