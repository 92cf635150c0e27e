"""Many reports at once, on Dask, and the recapitulation of a region."""
