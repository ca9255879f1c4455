package org.postroad.shop.server;

import java.nio.file.Path;
import java.time.Clock;
import org.postroad.shop.behaviour.HttpBrowser;
import org.postroad.time.WorkSignal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The simulated shop's parts. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnShop
@EnableConfigurationProperties(ShopSettings.class)
class ShopConfiguration {

    @Bean
    ShopSimulationWork shopSimulationWork(Clock clock, WorkSignal workSignal) {
        return new ShopSimulationWork(clock, workSignal);
    }

    /** Runs when the server listens and before it calls itself ready. */
    @Bean
    ApplicationRunner shopOpening(
            ShopSettings settings,
            @Value("${postroad.home:.postroad}") Path home,
            PostroadServices postroadServices,
            Clock clock,
            Environment environment,
            ShopSimulationWork shop) {
        ShopInitializer shopInitializer =
                new ShopInitializer(settings, home, postroadServices, clock, new HttpBrowser(environment), shop);
        return arguments -> shopInitializer.open();
    }
}
