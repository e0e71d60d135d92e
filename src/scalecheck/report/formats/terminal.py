"""stub"""
from scalecheck.report.format import Format
TERMINAL = Format("terminal","text/plain","txt",lambda v,l: "")
