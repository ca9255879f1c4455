/** The trained offer model in use: its card, its registry with reloading and health, its order value model, and the baseline rules that decide without it. */
@NullMarked
@NamedInterface("model")
package org.postroad.decide.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
