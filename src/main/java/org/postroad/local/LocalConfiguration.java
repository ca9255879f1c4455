package org.postroad.local;

import java.io.IOException;
import java.time.Clock;
import org.postroad.time.RehearsalMode;
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

/** The beans of local mode, see {@link LocalMode}. */
@Configuration(proxyBeanMethods = false)
@Conditional(LocalMode.class)
@EnableConfigurationProperties(LocalSettings.class)
class LocalConfiguration {

    @Bean
    LocalPostgres localPostgres(HomeFolder homeFolder, Environment environment) throws IOException {
        return LocalPostgres.startOrJoin(homeFolder, !RehearsalMode.isOn(environment));
    }

    @Bean
    @Conditional(RehearsalMode.Off.class)
    ClockOffsetFile clockOffsetFile(HomeFolder homeFolder) {
        return new ClockOffsetFile(homeFolder.file("clock"));
    }

    /** Beans for the server; commands do not need them. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(LocalMode.class)
    @ConditionalOnWebApplication
    static class ServerOnly {

        @Bean
        LocalInbox localInbox(JdbcClient jdbc) {
            return new LocalInbox(jdbc);
        }

        @Bean
        LocalSmtpServer localMailServer(
                LocalSettings settings,
                LocalInbox localInbox,
                PlatformTransactionManager transactions,
                Clock clock,
                ApplicationEventPublisher publisher) {
            LocalMailReceiver receiver = new LocalMailReceiver(
                    localInbox,
                    new TransactionTemplate(transactions),
                    clock,
                    publisher,
                    settings.maxMessageSize().toBytes());
            return new LocalSmtpServer(settings, receiver);
        }
    }
}
