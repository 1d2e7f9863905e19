// Claims by status
// How much of each relation is told as fact, alleged, denied, negated, planned or conditional.
// param limit: integer = 100
// returns: relation, claims, asserted, alleged, denied, negated, planned, conditional
MATCH (c:Claim)
WITH c.relation AS relation, count(*) AS claims,
     sum(CASE WHEN c.status = 'asserted' THEN 1 ELSE 0 END) AS asserted,
     sum(CASE WHEN c.status = 'alleged' THEN 1 ELSE 0 END) AS alleged,
     sum(CASE WHEN c.status = 'denied' THEN 1 ELSE 0 END) AS denied,
     sum(CASE WHEN c.status = 'negated' THEN 1 ELSE 0 END) AS negated,
     sum(CASE WHEN c.status = 'planned' THEN 1 ELSE 0 END) AS planned,
     sum(CASE WHEN c.status = 'conditional' THEN 1 ELSE 0 END) AS conditional
RETURN relation, claims, asserted, alleged, denied, negated, planned, conditional
ORDER BY claims DESC, relation
LIMIT $limit
