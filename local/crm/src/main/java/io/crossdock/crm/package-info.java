/** A Salesforce-shaped REST service over PostgreSQL: its configuration and its start. */
@NullMarked
package io.crossdock.crm;

import org.jspecify.annotations.NullMarked;
