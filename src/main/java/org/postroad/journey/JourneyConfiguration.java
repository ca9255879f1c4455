package org.postroad.journey;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds {@link JourneySettings}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JourneySettings.class)
class JourneyConfiguration {}
