-- A centre that left has a tombstone, too: its subject is the empty text. Nothing is kept below it any more, and not
-- the centre's own key. A thing of a person has a key of its own below that of its category,
-- `tenant/subject/category/thing`, and a tombstone of its own: `subject/thing` in the place of a subject.

UPDATE vault.format SET version = 2;

CREATE OR REPLACE FUNCTION vault.add(paths text[], wrapped bytea[]) RETURNS SETOF vault.keys
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(8319383699021984613);
    INSERT INTO vault.keys
    SELECT new.* FROM unnest(paths, wrapped) AS new (path, wrapped)
    WHERE NOT EXISTS (
        SELECT FROM vault.erased
        WHERE tenant = split_part(new.path, '/', 1)
        AND subject IN (
            '',
            split_part(new.path, '/', 2),
            split_part(new.path, '/', 2) || '/' || split_part(new.path, '/', 4)))
    ORDER BY new.path COLLATE "C"
    ON CONFLICT DO NOTHING;
    RETURN QUERY SELECT * FROM vault.keys AS kept WHERE kept.path = ANY (paths);
END $$;

CREATE OR REPLACE FUNCTION vault.destroy(of_tenant text, of_subject text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    person text := split_part(of_subject, '/', 1);
    thing text := split_part(of_subject, '/', 2);
    top text := CASE WHEN person = '' THEN of_tenant ELSE of_tenant || '/' || person END;
BEGIN
    PERFORM pg_advisory_xact_lock(8319383699021984613);
    INSERT INTO vault.erased VALUES (of_tenant, of_subject) ON CONFLICT DO NOTHING;
    -- Everything below: '0' is the character after '/'.
    DELETE FROM vault.keys
    WHERE CASE WHEN thing = ''
        THEN path = top OR (path > top || '/' AND path < top || '0')
        ELSE path > top || '/' AND path < top || '0' AND split_part(path, '/', 4) = thing
    END;
END $$;
