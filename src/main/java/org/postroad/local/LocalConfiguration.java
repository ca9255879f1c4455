package org.postroad.local;

import java.io.IOException;
import java.time.Clock;
import org.postroad.time.Rehearsal;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Local mode, switched on when no datasource is configured. */
@Configuration(proxyBeanMethods = false)
@Conditional(LocalMode.class)
@EnableConfigurationProperties(LocalSettings.class)
class LocalConfiguration {

    @Bean
    LocalPostgres localPostgres(Home home, Environment environment) throws IOException {
        return LocalPostgres.on(home, !Rehearsal.isOn(environment));
    }

    @Bean
    @Conditional(Rehearsal.Not.class)
    ClockFile clockFile(Home home) {
        return new ClockFile(home.file("clock"));
    }

    /** What needs a running server; a command has no use for it. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(LocalMode.class)
    @ConditionalOnWebApplication
    static class Doors {

        @Bean
        Inbox inbox(JdbcClient jdbc) {
            return new Inbox(jdbc);
        }

        @Bean
        InboxServer localMailServer(
                LocalSettings settings,
                Inbox inbox,
                PlatformTransactionManager transactions,
                Clock clock,
                ApplicationEventPublisher publisher) {
            MailTaker taker = new MailTaker(
                    inbox,
                    new TransactionTemplate(transactions),
                    clock,
                    publisher,
                    settings.maxMessageSize().toBytes());
            return new InboxServer(settings, taker);
        }
    }
}
