// Articles
// What was read, with how many sentences, claims, entities and events came of it.
// param limit: integer = 100
// returns: article, title, publisher, published, sentences, claims, entities, events
MATCH (a:Article)
RETURN a.id AS article, a.title AS title, a.source AS publisher, toString(a.published) AS published,
       COUNT { (a)-[:HAS_SENTENCE]->(:Sentence) } AS sentences,
       COUNT { (a)-[:HAS_SENTENCE]->(:Sentence)<-[:STATED_IN]-(:Claim) } AS claims,
       COUNT {
         MATCH (a)-[:HAS_SENTENCE]->(:Sentence)<-[:STATED_IN]-(c:Claim)
         MATCH (c)-[:SOURCE|TARGET|IN|SAID_BY]->(x:Entity)
         RETURN DISTINCT x
       } AS entities,
       COUNT {
         MATCH (a)-[:HAS_SENTENCE]->(:Sentence)<-[:STATED_IN]-(:Claim)-[:ABOUT]->(e:Event)
         RETURN DISTINCT e
       } AS events
ORDER BY a.published IS NULL, a.published, a.id
LIMIT $limit
