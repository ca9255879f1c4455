package org.postroad.sql;

import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The application's {@link JdbcTemplate}; Spring builds its {@code JdbcClient} on it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SqlSettings.class)
class SqlConfiguration {

    @Bean
    JdbcTemplate jdbcTemplate(DataSource database, SqlSettings settings) {
        return new RequestTimeoutJdbcTemplate(
                database, (int) settings.requestTimeout().toSeconds());
    }
}
