-- Paths are compared byte by byte, and inserted in that order, so that no two makers wait for each other. The
-- number is the lock that makers share and a destroyer has alone: `stcerase` in ASCII.

-- By this number releases that know no list of migrations see that a vault is too new for them: each migration
-- raises it.
CREATE TABLE vault.format (version bigint NOT NULL);
INSERT INTO vault.format VALUES (1);

CREATE TABLE vault.keys (path text COLLATE "C" PRIMARY KEY, wrapped bytea NOT NULL);
CREATE TABLE vault.erased (tenant text, subject text, PRIMARY KEY (tenant, subject));

CREATE FUNCTION vault.add(paths text[], wrapped bytea[]) RETURNS SETOF vault.keys
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(8319383699021984613);
    INSERT INTO vault.keys
    SELECT new.* FROM unnest(paths, wrapped) AS new (path, wrapped)
    WHERE NOT EXISTS (
        SELECT FROM vault.erased
        WHERE tenant = split_part(new.path, '/', 1) AND subject = split_part(new.path, '/', 2))
    ORDER BY new.path COLLATE "C"
    ON CONFLICT DO NOTHING;
    RETURN QUERY SELECT * FROM vault.keys AS kept WHERE kept.path = ANY (paths);
END $$;

CREATE FUNCTION vault.destroy(of_tenant text, of_subject text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    top text := of_tenant || '/' || of_subject;
BEGIN
    PERFORM pg_advisory_xact_lock(8319383699021984613);
    INSERT INTO vault.erased VALUES (of_tenant, of_subject) ON CONFLICT DO NOTHING;
    -- Everything below: '0' is the character after '/'.
    DELETE FROM vault.keys WHERE path = top OR (path > top || '/' AND path < top || '0');
END $$;
