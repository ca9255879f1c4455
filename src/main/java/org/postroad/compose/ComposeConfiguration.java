package org.postroad.compose;

import org.postroad.compose.template.Contents;
import org.postroad.compose.template.TemplateExecutor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Creates the beans of {@code compose.template} from this package's settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ComposeSettings.class)
class ComposeConfiguration {

    @Bean
    Contents contents(ComposeSettings settings) {
        return new Contents(settings.contentLocation());
    }

    @Bean
    TemplateExecutor templateExecutor(ComposeSettings settings) {
        return new TemplateExecutor(settings.timeout());
    }
}
