/**
 * Reads a letter's HTML in one pass and makes the text part from it. Uses the JDK and jsoup's table of entities, not its
 * parser: ADR 0015.
 */
@NullMarked
package org.postroad.compose.html;

import org.jspecify.annotations.NullMarked;
