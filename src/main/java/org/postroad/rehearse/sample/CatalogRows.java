package org.postroad.rehearse.sample;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.util.List;
import org.postroad.catalog.Article;
import org.postroad.catalog.Offer;
import org.postroad.catalog.Product;
import org.postroad.sql.JsonColumns;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads a catalog from its tables, whose columns are named as the records' components, in snake_case. */
final class CatalogRows {

    private final JdbcClient jdbc;
    private final JsonColumns json;

    CatalogRows(JdbcClient jdbc, ObjectMapper mapper) {
        this.jdbc = jdbc;
        this.json = new JsonColumns(mapper.copy()
                .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES));
    }

    SampledCatalog read() {
        return new SampledCatalog(
                all("select to_jsonb(product) from product order by id", Product.class),
                all("select to_jsonb(article) from article order by id", Article.class),
                all("select to_jsonb(offer) from offer order by id", Offer.class));
    }

    private <T> List<T> all(String sql, Class<T> type) {
        return jdbc.sql(sql)
                .query((row, number) -> json.read(row.getString(1), type))
                .list();
    }
}
