package org.postroad.rival;

import org.springframework.jdbc.core.JdbcTemplate;

/** What stands for sending a mail: a row in a table, in the engine's transaction. */
public final class MailTable {

    private final JdbcTemplate jdbc;

    public MailTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        jdbc.execute(
                "create table if not exists mail (id bigint generated always as identity primary key, customer text,"
                        + " step text)");
    }

    public void insert(String customer, String step) {
        jdbc.update("insert into mail (customer, step) values (?, ?)", customer, step);
    }
}
