"""What a portfolio holds, in projects and in money, by stage, sector, territory and the rest."""
