"""Pages made ready for a layout: their parts, their places, their links; the result they carry."""
