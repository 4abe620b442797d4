-- Living posts are counted against the tenant's limit, whichever way they come and go.
CREATE TRIGGER posts_count_added AFTER INSERT ON posts REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION platform.count_posts();
CREATE TRIGGER posts_count_removed AFTER DELETE ON posts REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT EXECUTE FUNCTION platform.count_posts();
CREATE TRIGGER posts_count_moved AFTER UPDATE OF deleted_at ON posts FOR EACH ROW
  WHEN ((OLD.deleted_at IS NULL) <> (NEW.deleted_at IS NULL)) EXECUTE FUNCTION platform.count_posts();
--> statement-breakpoint
UPDATE platform.quotas q SET used = c.n
FROM (SELECT p.tenant_id, count(*) AS n FROM posts p WHERE p.deleted_at IS NULL GROUP BY 1) c
WHERE q.tenant_id = c.tenant_id AND q.name = 'posts';
