/** Reads a letter's HTML once, front to back, and makes the plain-text part from it; uses nothing but the JDK and jsoup's entity table. */
@NullMarked
package org.postroad.compose.html;

import org.jspecify.annotations.NullMarked;
