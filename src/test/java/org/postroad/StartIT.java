package org.postroad;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostroadTest
class StartIT {

    @Autowired
    JdbcClient jdbc;

    @Test
    void createsItsTablesAndTheEngines() {
        assertThat(jdbc.sql("select count(*) from event").query(Long.class).single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from act_ru_job").query(Long.class).single())
                .isZero();
    }
}
