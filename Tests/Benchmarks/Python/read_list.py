"""What people write by hand to read a list: Python's csv and openpyxl, with the checks that
Convene's reader makes. Prints seconds of the processor, rows and the peak of the process in bytes, as JSON.

    read_list.py csv|xlsx FILE
"""
import csv
import io
import json
import re
import resource
import sys
import time

BLANKS = (
    "".join(map(chr, range(0x21))) + "\u00a0" + "".join(map(chr, range(0x2000, 0x2010)))
    + "".join(map(chr, range(0x2028, 0x2030))) + "".join(map(chr, range(0x205F, 0x206A)))
    + "\u3000\ufeff"
)
GUARDS = re.compile(r"(\A|[,;|\"\t\r\n])'(?='*[=+\-@＝＋－＠])")
ERRORS = {"#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#DIV/0!", "#Н/Д", "#ССЫЛКА!"}
SHORTENED = re.compile(r"[0-9.,]+E\+[0-9]{1,3}")


def text(value):
    """A cell as it is to be kept, and what is wrong with it."""
    cell = value.strip(BLANKS)
    if "'" in cell:
        cell = GUARDS.sub(r"\1", cell).strip(BLANKS)
    fault = None
    if cell:
        first = value[0]
        if len(cell) > 100_000:
            fault = "too long"
        elif first == "#" and (cell in ERRORS or not cell.strip("#")):
            fault = "error"
        elif first == "=" and len(cell) > 1:
            fault = "formula"
        elif first in "0123456789" and SHORTENED.fullmatch(cell):
            fault = "shortened"
    return cell, fault


def table(records):
    """Headings, rows with their lines, and faults; all rows are as wide as the headings."""
    headings, rows, faults = None, [], []
    for line, record in records:
        cells = []
        for column, value in enumerate(record):
            cell, fault = text(value)
            if fault:
                faults.append((line, column, cell, fault))
            cells.append(cell)
        while cells and not cells[-1]:
            cells.pop()
        if not cells:
            continue
        if headings is None:
            headings = cells
        elif len(cells) > len(headings):
            faults.append((line, None, cells[len(headings):], "too wide"))
        else:
            cells += [""] * (len(headings) - len(cells))
            if cells != headings:
                rows.append((line, cells))
    return headings, rows, faults


def read_csv(path):
    with open(path, "rb") as file:
        content = file.read().decode("utf-8-sig")
    if "\0" in content:
        raise SystemExit("a zero byte")
    dialect = csv.Sniffer().sniff("\n".join(content[:20_000].split("\n")[:50]), ",;\t|")
    reader = csv.reader(io.StringIO(content, newline=""), dialect)

    def records():
        line = 1
        for record in reader:
            yield line, record
            line = reader.line_num + 1

    return table(records())


def read_xlsx(path):
    import openpyxl

    book = openpyxl.load_workbook(path, read_only=True)
    rows = book.worksheets[0].iter_rows(values_only=True)
    return table(
        (line, ["" if value is None else str(value) for value in row])
        for line, row in enumerate(rows, 1)
    )


if __name__ == "__main__":
    kind, path = sys.argv[1:]
    if kind == "xlsx":
        import openpyxl  # noqa: F401, imported before the clock starts
    start = time.process_time()
    headings, rows, faults = {"csv": read_csv, "xlsx": read_xlsx}[kind](path)
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(json.dumps({"seconds": seconds, "count": len(rows) + len(faults), "peak": peak}))
