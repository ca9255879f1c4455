package org.postroad;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@OwnContext // before any other test has told it anything
@PostroadTest
@TestPropertySource(properties = "postroad.home=target/test-home/start-${random.uuid}")
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
