package org.postroad.local;

import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Local mode, switched on when no datasource is configured. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "never")
class LocalConfiguration {

    @Bean
    LocalPostgres localPostgres(@Value("${postroad.home:.postroad}") Path home) throws IOException {
        return new LocalPostgres(home);
    }

    @Bean
    DataSource dataSource(LocalPostgres postgres) {
        return postgres.dataSource();
    }
}
