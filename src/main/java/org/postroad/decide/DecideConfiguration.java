package org.postroad.decide;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Registers the settings of this package. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DecideSettings.class)
class DecideConfiguration {}
