/**
 * The closed loop under faults: many orders, a rude CRM, killed processes and messages delivered again; in the end every system was
 * told once, and nothing older was written over anything newer. What is judged is the receivers' own data and log.
 */
@NullMarked
package io.crossdock.local.prove.loop;

import org.jspecify.annotations.NullMarked;
