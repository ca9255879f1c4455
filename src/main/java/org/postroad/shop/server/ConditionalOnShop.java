package org.postroad.shop.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.postroad.local.LocalMode;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Conditional;

/** The simulated shop exists in a server in local mode, and only if wanted. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(LocalMode.class)
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "postroad.shop.enabled", matchIfMissing = true)
@interface ConditionalOnShop {}
