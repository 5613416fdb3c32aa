def planted(run): pass
