-- Whether there is something to tell of is asked after every fax.
CREATE INDEX fax_untold ON fax (state) WHERE told = 0;
