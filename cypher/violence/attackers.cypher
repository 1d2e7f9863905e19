// Attackers and attacked
// Violent events that are told as fact or alleged, by attacker and attacked (where no target is
// told, the country where they happened), with the sum of their lowest and of their highest counts
// of the killed (nothing where no count is given).
// An actor is a name, or a country code such as UKR for every actor of that country.
// param actor: string = null
// param since: date = null
// param until: date = null
// param limit: integer = 100
// returns: attacker, attacked, events, claims, killed_min, killed_max, contested, first, last
MATCH (e:Event)-[:SOURCE]->(a:Entity)
WHERE e.event_type = 'ASSAULT'
  AND ($since IS NULL OR coalesce(e.date_end, e.date_start) >= date($since))
  AND ($until IS NULL OR coalesce(e.date_start, e.date_end) <= date($until))
  AND EXISTS { MATCH (c:Claim)-[:ABOUT]->(e) WHERE c.status IN ['asserted', 'alleged'] }
OPTIONAL MATCH (e)-[:TARGET]->(t:Entity)
OPTIONAL MATCH (e)-[:IN]->(:Entity)-[:WITHIN*0..2]->(k:Entity)
WHERE k.kind = 'country' AND k.id <> a.id
WITH DISTINCT e, a, coalesce(t, k) AS b
WHERE $actor IS NULL
   OR toLower($actor) IN [toLower(a.name), toLower(a.country), toLower(b.name), toLower(b.country)]
WITH a, b, count(e) AS events, sum(e.claims) AS claims,
     count(e.killed_min) AS counted, sum(e.killed_min) AS killed_min,
     sum(coalesce(e.killed_max, e.killed_min)) AS killed_max,
     sum(CASE WHEN e.contested THEN 1 ELSE 0 END) AS contested,
     min(e.date_start) AS first, max(e.date_end) AS last
RETURN a.name AS attacker, b.name AS attacked, events, claims,
       CASE WHEN counted > 0 THEN killed_min END AS killed_min,
       CASE WHEN counted > 0 THEN killed_max END AS killed_max, contested,
       toString(first) AS first, toString(last) AS last
ORDER BY events DESC, claims DESC, a.name, b.name IS NULL, b.name, a.id, b.id
LIMIT $limit
