@NullMarked
package io.crossdock.crm.model;

import org.jspecify.annotations.NullMarked;
