package org.postroad.compose;

import org.postroad.compose.template.Contents;
import org.postroad.compose.template.TemplateExecutor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes what the settings of this package configure. */
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
