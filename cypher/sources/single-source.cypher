// What rests on one voice
// Events that one speaker alone tells of, whether the speaker is a party to the event, and the
// sentence to check first. Denials do not count as telling of an event.
// param limit: integer = 100
// returns: speaker, party, first, last, relation, sources, targets, places, article, sentence
MATCH (e:Event)<-[:ABOUT]-(c:Claim)
WHERE NOT c.status IN ['denied', 'negated']
OPTIONAL MATCH (c)-[:SAID_BY]->(voice:Entity)
WITH e, collect(DISTINCT voice.id) AS speakers,
     sum(CASE WHEN voice IS NULL THEN 1 ELSE 0 END) AS own_voice, min(c.id) AS claim
WHERE own_voice = 0 AND size(speakers) = 1
MATCH (voice:Entity {id: speakers[0]})
MATCH (c:Claim {id: claim})-[:STATED_IN]->(s:Sentence)
WITH e, c, s, voice
ORDER BY voice.name, e.date_start IS NULL, e.date_start, e.relation, e.id
LIMIT $limit
RETURN voice.name AS speaker, EXISTS { (e)-[:SOURCE|TARGET]->(voice) } AS party,
       toString(e.date_start) AS first, toString(e.date_end) AS last, e.relation AS relation,
       COLLECT { MATCH (e)-[:SOURCE]->(x:Entity) RETURN x.name ORDER BY x.name } AS sources,
       COLLECT { MATCH (e)-[:TARGET]->(x:Entity) RETURN x.name ORDER BY x.name } AS targets,
       COLLECT { MATCH (e)-[:IN]->(x:Entity) RETURN x.name ORDER BY x.name } AS places,
       c.article AS article, s.text AS sentence
ORDER BY voice.name, e.date_start IS NULL, e.date_start, e.relation, e.id
