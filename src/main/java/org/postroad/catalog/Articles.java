package org.postroad.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postroad.sql.JsonColumns;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Stores articles. A shop has hundreds, so all are read at once. */
@Repository
class Articles {

    private static final String PUT = Sql.of(Articles.class, "put-articles");

    private final JdbcTemplate jdbc;
    private final JsonColumns columns;

    Articles(JdbcTemplate jdbc, JsonColumns columns) {
        this.jdbc = jdbc;
        this.columns = columns;
    }

    List<Article> all() {
        return jdbc.query("select * from article order by id", (row, number) -> article(row));
    }

    /** Stores or replaces each by its id; of several with the same id the last one counts. */
    void put(Collection<Article> articles) {
        Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
        articles.forEach(article -> rows.put(article.id(), row(article)));
        jdbc.update(PUT, columns.write(new ArrayList<>(rows.values())));
    }

    private Article article(ResultSet row) throws SQLException {
        return new Article(
                row.getString("id"),
                row.getString("title"),
                row.getString("summary"),
                SqlValues.texts(row, "topics"),
                row.getString("url"),
                row.getString("image_url"),
                columns.map(row, "attributes"));
    }

    private static Map<String, Object> row(Article article) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", article.id());
        row.put("title", article.title());
        row.put("summary", article.summary());
        row.put("topics", article.topics());
        row.put("url", article.url());
        row.put("image_url", article.imageUrl());
        row.put("attributes", article.attributes());
        return row;
    }
}
