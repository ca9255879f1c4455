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

/** Stores products. */
@Repository
class Products {

    private static final String PUT = Sql.of(Products.class, "put-products");

    private final JdbcTemplate jdbc;
    private final JsonColumns columns;

    Products(JdbcTemplate jdbc, JsonColumns columns) {
        this.jdbc = jdbc;
        this.columns = columns;
    }

    Map<String, Product> find(Collection<String> ids) {
        Map<String, Product> found = new HashMap<>();
        jdbc.query(
                "select * from product where id = any(?)",
                row -> {
                    found.put(row.getString("id"), product(row));
                },
                (Object) SqlValues.texts(ids));
        return found;
    }

    /** Locks the rows until the transaction ends, always in the same order. */
    List<Product> findForUpdate(Collection<String> ids) {
        return jdbc.query(
                "select * from product where id = any(?) order by id for update",
                (row, number) -> product(row),
                (Object) SqlValues.texts(ids));
    }

    List<Product> inCategory(String category) {
        return jdbc.query(
                "select * from product where category = ? order by id", (row, number) -> product(row), category);
    }

    /** Stores or replaces each by its id; of several with the same id the last one counts. */
    void put(Collection<Product> products) {
        Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
        products.forEach(product -> rows.put(product.id(), row(product)));
        jdbc.update(PUT, columns.write(new ArrayList<>(rows.values())));
    }

    private Product product(ResultSet row) throws SQLException {
        return new Product(
                row.getString("id"),
                row.getString("name"),
                row.getString("brand"),
                row.getString("category"),
                row.getBigDecimal("price"),
                row.getString("currency"),
                row.getBigDecimal("cost"),
                row.getString("url"),
                row.getString("image_url"),
                SqlValues.texts(row, "tags"),
                row.getObject("stock", Integer.class),
                row.getObject("consumable_days", Integer.class),
                columns.map(row, "attributes"));
    }

    private static Map<String, Object> row(Product product) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", product.id());
        row.put("name", product.name());
        row.put("brand", product.brand());
        row.put("category", product.category());
        row.put("price", product.price());
        row.put("currency", product.currency());
        row.put("cost", product.cost());
        row.put("url", product.url());
        row.put("image_url", product.imageUrl());
        row.put("tags", product.tags());
        row.put("stock", product.stock());
        row.put("consumable_days", product.consumableDays());
        row.put("attributes", product.attributes());
        return row;
    }
}
