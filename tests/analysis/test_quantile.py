import subprocess
import sys
from pathlib import Path

import pytest
from scipy import stats

import negojournal.analysis
from negojournal.analysis.quantile import f_quantile, t_quantile


@pytest.mark.parametrize("degrees", [2, 3.7, 8, 58, 498])
@pytest.mark.parametrize("q", [0.975, 0.9975])
def test_t_is_that_of_scipy_stats(q, degrees):
    assert t_quantile(q, degrees) == pytest.approx(stats.t.ppf(q, degrees))


def test_t_of_a_printed_table():
    assert t_quantile(0.975, 10) == pytest.approx(2.228, abs=5e-4)


def test_f_is_that_of_scipy_stats():
    assert f_quantile(0.975, 29, 87) == pytest.approx(stats.f.ppf(0.975, 29, 87))
    assert f_quantile(0.025, 88, 528) == pytest.approx(stats.f.ppf(0.025, 88, 528))


def test_importing_analysis_loads_neither_numpy_nor_scipy():
    folder = Path(negojournal.analysis.__file__).parent
    imports = "\n".join(f"import negojournal.analysis.{path.stem}" for path in folder.glob("[!_]*.py"))
    program = f"{imports}\nimport sys\nprint(sorted({{'numpy', 'scipy', 'matplotlib'}} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=folder.parents[1]
    )
    assert done.stdout.strip() == "[]"
